"""One file per publisher: facts, hardly any code. A new file here is a new publisher; nothing is to be registered."""
