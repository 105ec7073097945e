# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Who calls whom what
#
# What each outlet calls each actor, and in whose voice. One question a cell; the last line answers it.

# %%
# What is Khalifa Haftar called, and by whom?
import corpus_stats as cs

tokens = cs.tokenize(cs.read_corpus("../../seeds"))
lexicon = cs.read_lexicon("../../seeds/lexicon.toml")
found = cs.labels(tokens, "Khalifa Haftar", lexicon)
cs.plot_labels(found)

# %%
# Whose words are the labels that the lexicon counts as delegitimising?
columns = ["outlet", "text", "part", "voice", "speaker"]
found.hits.loc[found.hits["category"] == "delegitimising", columns]

# %%
# Which labels does the lexicon lack, and what is the nearest that it knows?
found.table.loc[~found.table["in_lexicon"], ["label", "outlet", "n", "nearest", "n_corpus"]]

# %%
# Are the fighters of both sides called the same?
cs.plot_asymmetry(cs.asymmetry(tokens, lexicon))

# %%
# Who gets to speak?
sources = cs.attribution(tokens)
cs.plot_attribution(sources)

# %%
# How much of each article is said by somebody else?
sources.shares[["outlet", "n_sentences", "n_attributed", "share"]]

# %%
# What can the lexicon bear?
health = cs.lexicon_health(tokens, lexicon, labels=found)
health.cautions
