"""Small widgets that several panels share: editors for values, labels, facts, formulas, icons."""
