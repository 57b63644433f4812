"""The face: the commands, the nightly job that joins the stages, and what it reports."""
