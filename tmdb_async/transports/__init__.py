"""From a request to the bytes of its answer: what every request carries, and one module for each library."""
