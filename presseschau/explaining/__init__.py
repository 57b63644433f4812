"""The picture of a separation: the page as a reader saw it, and beside it what every block was taken for, and why."""
