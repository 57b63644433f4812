"""What every request and answer passes on its way: whether it may be sent, when again, and that it was."""
