# mails.py FOLDER: mails as Python's email package writes them.
import email.policy
import os
import sys
import textwrap
from email.message import EmailMessage

from story import HEADLINE, PARAGRAPHS

folder = sys.argv[1]
signature = "-- \nPress Office\nTown Hall, Port Osric\n+44 1632 960000\n"


def mail(subject, sender, date="Tue, 14 May 2024 23:30:00 -0700"):
    out = EmailMessage(policy=email.policy.SMTP)
    out["From"], out["To"], out["Subject"], out["Date"] = sender, "news@post.example", subject, date
    out["Message-ID"] = "<1@osric.example>"
    return out


def save(name, message):
    for number, part in enumerate(message.walk()):  # the same at every run
        if part.is_multipart() and part.get_content_maintype() == "multipart":
            part.set_boundary(f"==part-{number}==")
    with open(os.path.join(folder, name), "wb") as file:
        file.write(message.as_bytes())


def wrapped(width=72):
    return "\n\n".join(textwrap.fill(each, width) for each in PARAGRAPHS) + "\n"


def flowed(width=66):
    return "\n\n".join(" \n".join(textwrap.wrap(each, width)) for each in PARAGRAPHS) + "\n"


out = mail(HEADLINE, "Port Osric Council Press Office <press@osric.example>")
out.set_content(wrapped() + "\nMore: https://osric.example/news/2024/05/harbour-bridge-to-close-for-"
                "two-years-from-june?from=mail\n\n" + signature, cte="quoted-printable")
save("release.eml", out)

out = mail("Brücke gesperrt: " + HEADLINE, "Jörg Müller <joerg@osric.example>")
out.set_content("View this email in your browser: https://osric.example/v\n", cte="base64")
out.add_alternative(
    "<html><head><title>Template 3</title></head><body><table><tr><td><a href='https://osric.example/v'>"
    "View this email in your browser</a></td></tr><tr><td>"
    + "".join(f"<p>{each}</p>" for each in PARAGRAPHS) +
    "</td></tr><tr><td>You are receiving this because you signed up. <a href='https://osric.example/u'>"
    "Unsubscribe</a></td></tr></table></body></html>", subtype="html", cte="base64")
save("newsletter.eml", out)

out = mail("Re: " + HEADLINE, '"Stone, Mia" <mia@post.example>')
out.set_content(flowed() + "\nOn Mon, 13 May 2024 at 10:00, Al Finn <al@quay.example> wrote:\n"
                "> Is it true?\n> Al\n\n" + signature, cte="8bit")
out.set_param("format", "flowed")
save("flowed.eml", out)

inner = mail(HEADLINE, "Mia Stone <mia@osric.example>")
inner.set_content(wrapped())
out = mail("Fwd: see below", "Al Finn <al@quay.example>", "Thu, 16 May 2024 10:00:00 +0000")
out.set_content("Please see below.\n")
out.add_attachment(inner)
save("attached.eml", out)

out = mail("Fwd: " + HEADLINE, "Al Finn <al@quay.example>", "Thu, 16 May 2024 10:00:00 +0000")
out.set_content("FYI\n\n---------- Forwarded message ---------\nFrom: Mia Stone <mia@osric.example>\n"
                "Date: Tue, May 14, 2024 at 10:00 AM\nSubject: " + HEADLINE +
                "\nTo: <news@post.example>\n\n\n" + wrapped(), cte="8bit")
save("forwarded.eml", out)

out = mail("[EXTERNAL] " + HEADLINE, "Mia Stone via Press <press@lists.example>")
out.set_content("PRESS RELEASE\n\n" + HEADLINE + "\n\nBy Mia Stone\n\n" + wrapped() +
                "\n_______________________________________________\nPress mailing list\n"
                "press@lists.example\nhttps://lists.example/mailman/listinfo/press\n")
save("list.eml", out)
