# Generated from the OpenAPI document by `make generate`; never edited.

"""The part of `tmdb_async` that is written by the generator. Import from `tmdb_async` instead."""
