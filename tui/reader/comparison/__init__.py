"""What the other sources say of the sentence that is being read."""
