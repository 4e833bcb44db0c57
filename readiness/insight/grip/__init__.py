"""When did we first know, what did we decide, did it work?"""
