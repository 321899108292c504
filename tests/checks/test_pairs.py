"""Words of like sound or look, told apart by the words beside them."""

from typing import TYPE_CHECKING

import pytest

from vlucheck.checks.grammar.pairs import misplaced

if TYPE_CHECKING:
    from spacy.language import Language

SLIPS = """
The neighbours were hit for the colour of there skin. > their
The two men gave there names to the officer. > their
The witnesses kept to there first account. > their
She will read the neighbours' statements and there photographs of the meat. > their
She was lying when she took you're money. > your
The men broke into you're garage on 4 May. > your
The officer in you're case is on leave. > your
Nobody could tell the police weather the two men knew each other. > whether
There is doubt over weather the lock was forced. > whether
He thought about weather more could be done. > whether
You have 10 working days, counted form the date of this letter. > from
The line is open form nine until five. > from
The man jumped form a window. > from
Please fill in the from and post it. > form
One of them new your brother. > knew
The police new of the letter in May. > knew
People say sorry for accidents to. > too
There were to few witnesses. > too
Do not let this letter effect that. > affect
The one may well effect the other. > affect
It must reach us with 10 working days of the date of this letter. > within
Please reply with 14 days. > within
He will ask whether it's cameras were working. > its
If I am away its Sal who will help you. > it's
The dog had lost it's collar in the struggle. > its
The case had lost it's only independent witness. > its
The shop keeps it’s film for a month. > its
The camera was broken, and it’s lens therefore saw nothing. > its
The law has it's limits, and this is one of them. > its
"""

RIGHT = """
We know it's early days.
He knew that it's dark there.
When it's time, I will ring you.
If it's rain that you fear, come in by the side door.
I am sorry that it's late.
They say it's first come, first served.
The shop is closed, and there men wait for work.
Is there evidence that he was in the street?
He told us there men waited for him all night.
They went there yesterday and came back there weeks later.
If that is so, you're right to ask.
When you go in you're searched at the door.
I know you're busy, and I hope you're well.
In bad weather the road is closed.
We talked about the weather that night was like.
The police talked about weather and crops.
It helps the prosecutor to form a view of the case.
Her statements form the basis of the charge.
You must send them form SSP1 within a week.
The letter from the court was late.
There was something new about the case.
The house was new, and the officer knew it well.
You can ring the officer you spoke to.
She has nobody to give the keys to.
Nobody will ask her to.
The constable was able to effect the arrest.
This had an effect on you.
He was sent home with two weeks left.
Please come with 14 days' notice.
I can tell you it's lawyers who decide that.
The van had lost one of its mirrors.
"""


@pytest.mark.parametrize("line", SLIPS.strip().splitlines())
def test_it_finds_the_word_that_was_meant(line: str, parser: "Language") -> None:
    sentence, meant = line.split(" > ")
    assert [each for *_, each in misplaced(parser(sentence)[:])] == [meant]


@pytest.mark.parametrize("sentence", RIGHT.strip().splitlines())
def test_it_leaves_a_word_that_is_right(sentence: str, parser: "Language") -> None:
    assert list(misplaced(parser(sentence)[:])) == []
