"""What accompanies a crawl from its first to its last moment: its memory, its faults."""
