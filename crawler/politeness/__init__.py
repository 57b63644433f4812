"""How a publisher's host is spared: when the next request may leave, and what answers say about waiting."""
