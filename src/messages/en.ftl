### What the program itself says: commands and findings. Chinese is in zh.ftl; keys and variables must match.
### The sentences of each part are in parts/. Style: what is wrong, short, no full stop, no blame.
