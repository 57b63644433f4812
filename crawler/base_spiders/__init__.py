"""How publishers are walked. A spider file adds facts."""
