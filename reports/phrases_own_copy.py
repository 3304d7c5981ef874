"""What a person must tell the police and by when, in plain words, for their own copy."""

from __future__ import annotations

from casework.text import Text

_THREE_DAYS = Text(
    "Within 3 days. The day it happens is the first", "O fewn 3 diwrnod. Y diwrnod y mae'n digwydd yw'r cyntaf"
)
DUTIES: tuple[tuple[Text, Text], ...] = (
    (
        Text(
            "A new name that you use; a change of your home address; your release from prison or hospital",
            "Enw newydd yr ydych yn ei ddefnyddio; newid yn eich cyfeiriad cartref; "
            "eich rhyddhau o'r carchar neu o'r ysbyty",
        ),
        _THREE_DAYS,
    ),
    (
        Text(
            "A stay of 7 days, in one go or added up over 12 months, at an address you have not notified",
            "Arhosiad o 7 diwrnod, ar un tro neu gyda'i gilydd dros 12 mis, mewn cyfeiriad nad ydych wedi ei hysbysu",
        ),
        Text("Within 3 days. The seventh day is the first", "O fewn 3 diwrnod. Y seithfed diwrnod yw'r cyntaf"),
    ),
    (
        Text(
            "A stay of 12 hours or more in a private place where somebody under 18 lives or stays, and its end",
            "Arhosiad o 12 awr neu fwy mewn lle preifat lle mae rhywun dan 18 oed yn byw neu'n aros, "
            "a diwedd yr arhosiad",
        ),
        _THREE_DAYS,
    ),
    (
        Text(
            "A bank or building society account, or a debit or credit card: opened, closed, got, lost or changed",
            "Cyfrif banc neu gymdeithas adeiladu, neu gerdyn debyd neu gredyd: ei agor, ei gau, ei gael, "
            "ei golli neu ei newid",
        ),
        _THREE_DAYS,
    ),
    (
        Text(
            "A passport or other identity document: got or given up",
            "Pasbort neu ddogfen adnabod arall: ei chael neu ei hildio",
        ),
        _THREE_DAYS,
    ),
    (
        Text(
            "All your details again, even where nothing has changed",
            "Eich holl fanylion eto, hyd yn oed os nad oes dim wedi newid",
        ),
        Text("Within one year after you last notified", "O fewn blwyddyn ar ôl i chi hysbysu ddiwethaf"),
    ),
    (
        Text("The same, while you have no fixed home", "Yr un peth, tra nad oes gennych gartref sefydlog"),
        Text("Within 7 days after you last notified", "O fewn 7 diwrnod ar ôl i chi hysbysu ddiwethaf"),
    ),
    (
        Text(
            "Every journey out of the United Kingdom: days, countries, where you arrive, where you stay, who carries "
            "you, your return",
            "Pob taith allan o'r Deyrnas Unedig: dyddiau, gwledydd, lle'r ydych yn cyrraedd, lle'r ydych yn aros, pwy "
            "sy'n eich cludo, eich dychweliad",
        ),
        Text(
            "At least 7 days before the day you leave. Known later than that: at least 12 hours before that day",
            "O leiaf 7 diwrnod cyn y diwrnod yr ydych yn gadael. Os daw'n hysbys yn ddiweddarach: o leiaf "
            "12 awr cyn y diwrnod hwnnw",
        ),
    ),
    (
        Text("Your return to the United Kingdom", "Eich dychweliad i'r Deyrnas Unedig"),
        Text(
            "Within 3 days, unless you had told its day and place before",
            "O fewn 3 diwrnod, oni bai eich bod wedi dweud y diwrnod a'r lle ymlaen llaw",
        ),
    ),
)
OWN_DATES: dict[str, Text] = {
    "notification.initial_by": Text(
        "Tell the police your details for the first time", "Rhowch eich manylion i'r heddlu am y tro cyntaf"
    ),
    "notification.change_by": Text("Tell the police of the change", "Dywedwch wrth yr heddlu am y newid"),
    "notification.nonevent_by": Text(
        "Tell the police that the change you announced did not happen",
        "Dywedwch wrth yr heddlu na ddigwyddodd y newid a gyhoeddwyd gennych",
    ),
    "notification.periodic_by": Text(
        "Go to the police station and confirm all your details",
        "Ewch i'r orsaf heddlu a chadarnhewch eich holl fanylion",
    ),
    "travel.notice_by": Text("Tell the police about your journey", "Dywedwch wrth yr heddlu am eich taith"),
    "travel.notice_excuse_by": Text(
        "Tell the police about your journey, and why you could not do so earlier",
        "Dywedwch wrth yr heddlu am eich taith, a pham na allech wneud hynny'n gynharach",
    ),
    "travel.changed_details_by": Text(
        "Tell the police what has changed about your journey",
        "Dywedwch wrth yr heddlu beth sydd wedi newid yn eich taith",
    ),
    "travel.return_by": Text("Tell the police that you are back", "Dywedwch wrth yr heddlu eich bod yn ôl"),
    "foreign_travel.surrender_by": Text("Hand in all your passports", "Ildiwch eich holl basbortau"),
    "order_notice.initial_by": Text(
        "Tell the police what your order asks you to tell",
        "Dywedwch wrth yr heddlu yr hyn y mae eich gorchymyn yn gofyn i chi ei ddweud",
    ),
    "order_notice.change_by": Text(
        "Tell the police of the change that your order asks you to tell",
        "Dywedwch wrth yr heddlu am y newid y mae eich gorchymyn yn gofyn i chi ei ddweud",
    ),
    "order_notice.periodic_by": Text(
        "Confirm the details that your order asks you to confirm",
        "Cadarnhewch y manylion y mae eich gorchymyn yn gofyn i chi eu cadarnhau",
    ),
    "terrorism.initial_by": Text(
        "Tell the police your details for the first time", "Rhowch eich manylion i'r heddlu am y tro cyntaf"
    ),
    "terrorism.change_by": Text("Tell the police of the change", "Dywedwch wrth yr heddlu am y newid"),
    "terrorism.return_by": Text("Tell the police that you are back", "Dywedwch wrth yr heddlu eich bod yn ôl"),
    "terrorism.periodic_by": Text(
        "Go to the police station and confirm all your details",
        "Ewch i'r orsaf heddlu a chadarnhewch eich holl fanylion",
    ),
    "notification.ends": Text("The last day of your duty to notify", "Diwrnod olaf eich dyletswydd i hysbysu"),
    "terrorism.last_day": Text("The last day of your duty to notify", "Diwrnod olaf eich dyletswydd i hysbysu"),
    "review.first_application": Text(
        "The first day on which you may ask for a review of your duty to notify",
        "Y diwrnod cyntaf y cewch ofyn am adolygiad o'ch dyletswydd i hysbysu",
    ),
    "review.next_application": Text(
        "The next day on which you may ask for a review of your duty to notify",
        "Y diwrnod nesaf y cewch ofyn am adolygiad o'ch dyletswydd i hysbysu",
    ),
}
