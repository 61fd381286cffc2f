"""Forms of a report for people and programs; each module gives a string and knows no terminal or file."""
