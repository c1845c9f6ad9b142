"""Documents of strangers are read in a process of their own that has given everything up.

What it is not: a parser. Main words: *child* (the limited process), *walls* (what it gives up before it looks at a
document), *parent* (hands a document over and believes nothing beyond the shape of what comes back).
"""
