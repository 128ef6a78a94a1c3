"""A job as a page that a person looks at: `report` writes it, of `figures` and `people`, with `charts` on a `page`."""
