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
# # A first look at five articles
#
# One question a cell; the last line answers it. The articles are those in `seeds/`.

# %%
# What was read, and what was guessed on the way?
import corpus_stats as cs

corpus = cs.read_corpus("../../seeds")
corpus.notes

# %%
# What was set aside, where, and why?
corpus.drops

# %%
# What can five articles of five outlets show at all?
cs.design(corpus, by="outlet")

# %%
# Which outlet uses which loaded terms?
tokens = cs.tokenize(corpus)
lexicon = cs.read_lexicon("../../seeds/lexicon.toml")
result = cs.framing(tokens, lexicon, by="outlet")
cs.plot_framing(result)

# %%
# Which passages stand behind the terms that deny legitimacy?
columns = ["outlet", "part", "start", "end", "text"]
result.hits.loc[result.hits["category"] == "delegitimising", columns]

# %%
# In what context does each of them stand?
cs.concordance(tokens, "rogue general").table[["left", "node", "right"]]

# %%
# Which articles are alike in their wording?
matrix = cs.document_term_matrix(tokens)
cs.plot_similarity(cs.similarity(matrix))

# %%
# What are their paragraphs about?
topics = cs.topics(matrix, k=4, seed=1)
cs.plot_topics(topics)
