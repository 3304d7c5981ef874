"""The pages of the window: each shows what it is given and hands intents to the worker."""
