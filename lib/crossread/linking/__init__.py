"""Tables to what belongs together: entities, stories, comparable figures."""
