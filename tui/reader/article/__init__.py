"""The article on the screen: laid out in lines, its layers of marks, its gutter, margin and minimap."""
