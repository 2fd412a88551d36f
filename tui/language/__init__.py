"""An article becomes its analysis: sentences, tokens, entities, values, quotations."""
