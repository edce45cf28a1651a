// The one browser script: pages work without it, and better with it.
