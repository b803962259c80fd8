# The story that the made files tell.
HEADLINE = "Harbour bridge to close for two years"
PARAGRAPHS = [
    "The council of Port Osric voted on Monday to close the harbour bridge for two years, after "
    "engineers found cracks in three of its piers.",
    "“Nobody wants this, but nobody wants to wait for an accident,” said Ruth Cole, who leads the "
    "council. “We’ll run ferries every ten minutes.”",
    "Shopkeepers at the quay said that they had not been asked. “We read it in the paper,” Al Finn, a "
    "baker, told the council’s meeting. “Two years is the end for most of us.”",
    "The works will cost 18 million euros = a third of the town’s budget. They begin on 3 June, Ms "
    "Cole said.",
]
