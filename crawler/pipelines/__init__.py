"""What happens to a fetched page, one step a file; their order stands in the settings."""
