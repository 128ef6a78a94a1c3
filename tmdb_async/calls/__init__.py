"""One call, from its arguments to its model: `engine` makes it, and says in which order the others come."""
