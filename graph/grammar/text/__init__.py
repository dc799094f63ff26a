"""A report as text: lines and sentences, one spelling for many writings, phrases found in one pass, days."""
