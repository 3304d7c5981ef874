"""The words of the window and its pages, in both languages; where Welsh is not settled yet, English stands in."""

from __future__ import annotations

from casework.text import Text

PROGRAM = Text("Holdfast")

# Unlock
VAULT = Text("Vault", "Claddgell")
PASSPHRASE = Text("Passphrase", "Cyfrinymadrodd")
WHO = Text("Who unlocks", "Pwy sy’n datgloi")
UNLOCK = Text("Unlock", "Datgloi")
UNLOCKING = Text("Unlocking…", "Yn datgloi…")
NO_BACKUP = Text("No backup yet", "Dim copi wrth gefn eto")
BACKUP_AGE = Text("Last backup {age}", "Copi wrth gefn diwethaf: {age}")
FORGOTTEN = Text("Forgotten the passphrase? Recover", "Wedi anghofio’r cyfrinymadrodd? Adfer")
ANOTHER_VAULT = Text("Open another vault…", "Agor claddgell arall…")
NEW_VAULT = Text("Make a new vault", "Creu claddgell newydd")
OFFLINE = Text("OFFLINE", "ALL-LEIN")
TRAINING_NOTE = Text("A training vault: everybody in it is invented. Its passphrase stands in the first line of {file}")
NO_PASSPHRASE = Text("Type the passphrase first.", "Teipiwch y cyfrinymadrodd yn gyntaf.")
SAY_WHO = Text("Choose who unlocks first.", "Dewiswch pwy sy’n datgloi yn gyntaf.")
CHOOSE_VAULT = Text("Choose the vault’s folder", "Dewiswch ffolder y gladdgell")

# Recovery
RECOVER = Text("Recover with the twelve words", "Adfer gyda’r deuddeg gair")
RECOVER_HOW = Text(
    "Type the twelve words from the recovery sheet in their order, with spaces between them. Capitals do not matter."
)
RECOVERY_WORDS = Text("Recovery words", "Geiriau adfer")
RECOVER_OPEN = Text("Open with the words", "Agor gyda’r geiriau")
NEW_PASSPHRASE_NOW = Text("Choose a new passphrase", "Dewiswch gyfrinymadrodd newydd")
PASSPHRASE_CHANGED = Text("From now on the new passphrase opens this vault. The old one no longer does.")

# New vault
WELCOME = Text("Make a vault", "Creu claddgell")
WELCOME_HOW = Text(
    "A vault is one encrypted folder on this computer that holds every case. Nothing in it can be read without your "
    "passphrase, and nothing ever leaves this computer unless you print or send it."
)
VAULT_NAME = Text("Name of the vault", "Enw’r gladdgell")
VAULT_NAME_HELP = Text("It can be seen without the passphrase: name a team or a place, never a person in a case.")
YOUR_NAME = Text("Your name", "Eich enw")
YOUR_NAME_HELP = Text("It stands inside the vault, beside everything that you write.")
WHERE_KEPT = Text("Where it is kept", "Lle mae’n cael ei chadw")
CHOOSE_PLACE = Text("Choose another place…", "Dewis lle arall…")
PASSPHRASE_TITLE = Text("Your passphrase", "Eich cyfrinymadrodd")
PASSPHRASE_HOW = Text(
    "These words were drawn at random. Write them on paper, keep the paper away from this computer, and destroy it "
    "once you know them by heart."
)
USE_SUGGESTED = Text("Use suggested words instead", "Defnyddio geiriau a awgrymir")
SUGGEST_AGAIN = Text("Draw other words", "Tynnu geiriau eraill")
OWN_PASSPHRASE = Text("Use my own passphrase instead", "Defnyddio fy nghyfrinymadrodd fy hun")
OWN_LABEL = Text("Your own passphrase", "Eich cyfrinymadrodd eich hun")
TYPE_BACK = Text("Type it back", "Teipiwch ef yn ôl")
TYPE_BACK_HELP = Text("So that it is certain that you have it.")
NOT_THE_SAME = Text("That is not the same passphrase: compare it letter by letter, and type it again.")
TOO_WEAK = Text("That passphrase is too easy to find: make it longer, or use the suggested words.")
MAKING = Text("Making the vault…", "Yn creu’r gladdgell…")
MAKE = Text("Make the vault", "Creu’r gladdgell")
WORDS_TITLE = Text("Recovery words", "Geiriau adfer")
WORDS_HOW = Text(
    "If the passphrase is ever forgotten, these twelve words are the only way in. Write them down now, in this order, "
    "and have them locked in a safe. They are shown this once."
)
WORDS_WRITTEN = Text("I have written them down", "Rwyf wedi’u hysgrifennu")
WORDS_CHECK = Text("Three of the words", "Tri o’r geiriau")
WORDS_CHECK_HOW = Text("Type these three from what you wrote down, so that it is certain that the sheet is right.")
WORD_NUMBER = Text("Word {n}", "Gair {n}")
WORD_WRONG = Text("Word {n} is not what was shown: look at your sheet, or go back and compare.")
FINISH = Text("Finish and open the vault", "Gorffen ac agor y gladdgell")
BACK = Text("Back", "Yn ôl")
NEXT = Text("Next", "Nesaf")
OPEN_EXISTING = Text("Open a vault that is already there…", "Agor claddgell sydd yno eisoes…")
PRACTISE = Text("Practise on invented cases", "Ymarfer ar achosion dychmygol")
PRACTISE_MAKING = Text("Making the training vault…", "Yn creu’r gladdgell hyfforddi…")
STEP = Text("Step {n} of {all}", "Cam {n} o {all}")

# The window
DUE = Text("Due", "Yn ddyledus")
CASES = Text("Cases", "Achosion")
MEETINGS = Text("Meetings", "Cyfarfodydd")
LAW = Text("Law", "Y gyfraith")
SETTINGS = Text("Settings", "Gosodiadau")
NEW_CASE = Text("New case", "Achos newydd")
JUMP = Text("Jump to a case by name or reference (Ctrl+K)", "Neidio i achos (Ctrl+K)")
JUMP_NAME = Text("Jump to a case", "Neidio i achos")
LOCK = Text("Lock", "Cloi")
LOCK_TIP = Text("Lock (Ctrl+L)", "Cloi (Ctrl+L)")
TRAINING = Text("Training: everybody is invented", "Hyfforddiant: pawb yn ddychmygol")
LOCKING = Text("Locking…", "Yn cloi…")
LOCKS_IN = Text("Locks in {n} seconds unless you go on", "Yn cloi ymhen {n} eiliad")
NOT_LOCKED = Text("Not locked, because the last words could not be saved: {why} Press Lock again to lock without them.")
DEFECT = Text(
    "Holdfast met a defect of its own ({place}). What was saved before is safe; please tell the developers these words."
)
DISMISS = Text("Dismiss", "Cau")
LEAVE = Text("Back", "Yn ôl")
BACK_TIP = Text("Back (Alt+Left)", "Yn ôl (Alt+Chwith)")
BORN = Text("born {day}", "ganed {day}")
BORN_UNKNOWN = Text("date of birth not known", "dyddiad geni ddim yn hysbys")
REASON = Text("Opening cases for", "Yn agor achosion er mwyn")
REASON_TIP = Text("Every case that is opened is logged with this reason.", "Cofnodir y rheswm hwn ar gyfer pob achos.")
REASONS = {
    "supervision": Text("Supervision", "Goruchwyliaeth"),
    "mappa": Text("MAPPA meeting", "Cyfarfod MAPPA"),
    "handover": Text("Handover", "Trosglwyddo"),
    "sar": Text("Subject access request", "Cais gwrthrych am wybodaeth"),
    "court": Text("Court", "Llys"),
    "other": Text("Another reason", "Rheswm arall"),
}
OFFLINE_TIP = Text("This program never uses a network.", "Nid yw’r rhaglen hon byth yn defnyddio rhwydwaith.")
WORDS_WAIT_ONE = Text(
    "1 more field holds words that were typed and are no answer yet; they come back where they were typed.",
    "Mae 1 maes arall yn dal geiriau a deipiwyd ac nad ydynt yn ateb eto.",
)
WORDS_WAIT = Text(
    "{n} more fields hold words that were typed and are no answer yet; they come back where they were typed.",
    "Mae {n} maes arall yn dal geiriau a deipiwyd ac nad ydynt yn ateb eto.",
)
SETTINGS_NOT_KEPT = Text("The settings of this computer could not be kept: they hold until the program is closed.")

# Cases
COLUMN_NAME = Text("Name and born", "Enw a dyddiad geni")
COLUMN_CATEGORY = Text("Category", "Categori")
COLUMN_LEVEL = Text("Level", "Lefel")
COLUMN_ROSH = Text("RoSH", "RoSH")
COLUMN_WHERE = Text("Where", "Ble")
COLUMN_NEXT = Text("Next due", "Nesaf")
CATEGORY = Text("Cat {n}", "Cat {n}")
LEVEL = Text("Level {n}", "Lefel {n}")
NOT_KNOWN = Text("Not known", "Ddim yn hysbys")
NOTHING_DUE = Text("Nothing due", "Dim byd")
NARROW_CASES = Text("Type to narrow the list", "Teipiwch i gulhau’r rhestr")
NO_CASE_MATCHES = Text("No case holds all of these words: shorten them, or clear the box with Esc.")
NO_CASES = Text("There is no case in this vault yet", "Does dim achos yn y gladdgell hon eto")
NO_CASES_DETAIL = Text("Add the first with the name and the date of birth; everything else can follow.")
COUNT = Text("{n}")
LINES = Text("{n} lines", "{n} llinell")
LINES_OF = Text("{n} of {all} lines", "{n} o {all} llinell")
COUNT_OF = Text("{n} of {all}", "{n} o {all}")
PAPERS_OF = Text("Paper for {n} cases…", "Papur ar gyfer {n} achos…")
OPEN_CASE = Text("Open the case", "Agor yr achos")
PANE_NAME = Text("The case in five lines", "Yr achos mewn pum llinell")
PANE_HINT = Text(
    "Choose a case to read in five lines who it is, why it is managed, what could happen, what to watch for and what "
    "stops it. Enter opens it."
)
AND_MORE = Text("and {n} more", "a {n} arall")
NOTHING_RECORDED = Text("Nothing recorded yet", "Dim byd wedi’i gofnodi eto")

# New case
NEW_CASE_HOW = Text(
    "The name and the date of birth are enough to begin. Whatever is not known yet can be said to be not known."
)
MAKE_CASE = Text("Make the case", "Creu’r achos")
PLAN_TEMPLATE = Text("Plan template", "Templed cynllun")
CANCEL = Text("Cancel", "Canslo")

# Settings
SETTINGS_HOW = Text("They are kept on this computer, outside the vault, and hold nothing about any person.")
THEME = Text("Colours", "Lliwiau")
THEME_HELP = Text("“As the computer” follows what Windows or the desktop is set to, high contrast too.")
THEME_SYSTEM = Text("As the computer", "Fel y cyfrifiadur")
THEME_ORDER = ("light", "dark", "high_contrast")
SCALE = Text("Size of the text", "Maint y testun")
LOCK_AFTER = Text("Lock by itself after", "Cloi ar ei ben ei hun ar ôl")
LOCK_AFTER_HELP = Text(
    "When nobody touched keyboard or mouse for so long. The program also locks when the computer sleeps."
)
MINUTE = Text("{n} minute", "{n} munud")
MINUTES = Text("{n} minutes", "{n} munud")
NARROW_RAIL = Text("Show icons alone at the left", "Dangos eiconau yn unig ar y chwith")
NARROW_RAIL_HELP = Text("Leaves more room for the page; each icon tells its word when it is pointed at.")
VERSION = Text("Holdfast {version}. This program never uses a network.", "Holdfast {version}.")

# The law
LAW_SAVE = Text("Save as PDF to print…", "Cadw fel PDF i'w argraffu…")
LAW_SAVED = Text("Saved.", "Wedi'i gadw.")
LAW_TITLE = Text("The law in this program", "Y gyfraith yn y rhaglen hon")
LAW_CHECKED = Text("checked {day}", "gwiriwyd {day}")
LAW_CAUTION = Text("A qualified person must check these entries before they are relied on for a real case.")
NARROW_LAW = Text("An Act, a section, a word", "Deddf, adran, gair")
NO_LAW_MATCHES = Text("No entry holds all of these words: shorten them, or clear the box with Esc.")
LAW_PANE = Text("The chosen entry", "Y cofnod a ddewiswyd")
LAW_HINT = Text("Choose an entry to read what it says, where it stands in the law and when it was checked.")
LAW_WHAT = Text("What, and the Act and section", "Beth, a’r Ddeddf")
LAW_SINCE = Text("From", "O")
LAW_UNTIL = Text("To", "Hyd")
LAW_STATE = Text("In this program", "Yn y rhaglen hon")
LAW_HOLDS = Text("Computed with", "Mewn defnydd")
LAW_AHEAD = Text("Starts later", "Yn dechrau’n hwyrach")
LAW_DORMANT = Text("No start date: shown only", "Dim dyddiad dechrau")
LAW_DOUBT = Text("In doubt: shown only", "Mewn amheuaeth")
LAW_BASIS = Text("Act and section", "Deddf ac adran")
LAW_OVER = Text("For older orders", "Ar gyfer gorchmynion hŷn")
LAW_KIND = Text("What it is", "Beth ydyw")
LAW_SAYS = Text("What it says", "Beth mae’n ei ddweud")
LAW_ALL = Text("Every line", "Pob llinell")
LAW_KINDS = {
    "switch": Text("Change of law", "Newid yn y gyfraith"),
    "order": Text("Order", "Gorchymyn"),
    "length": Text("Length", "Hyd"),
    "date": Text("Date", "Dyddiad"),
    "check": Text("Check", "Gwiriad"),
    "doubt": Text("Doubt", "Amheuaeth"),
}
LAW_CHECKED_ON = Text("Checked on", "Gwiriwyd ar")
LAW_ENTRY = Text("Entry", "Cofnod")

OR_ELSE = Text("Or:", "Neu:")
NAME_NEEDED = Text("Type your name: it stands beside everything that you write.")
TAKE_PASSPHRASE = Text("Take this passphrase", "Defnyddio’r cyfrinymadrodd hwn")
FINISH_RECOVERY = Text("Finish, and unlock with the new passphrase", "Gorffen, a datgloi gyda’r cyfrinymadrodd newydd")
WHOSE_PLACE = Text("Whose passphrase was lost", "Cyfrinymadrodd pwy a gollwyd")
NEVER_ONLINE = Text(
    "OFFLINE: this program never uses a network", "ALL-LEIN: nid yw’r rhaglen hon byth yn defnyddio rhwydwaith"
)
NO_SUCH_CASE = Text("No case holds these words", "Does dim achos â’r geiriau hyn")
HIDE_FROM_CAPTURE = Text("Keep the window out of screenshots and shared screens", "Cadw’r ffenestr o luniau sgrin")
HIDE_FROM_CAPTURE_HELP = Text("Some docking stations show such a window as black: switch this off if yours does.")

KEYBOARD = Text("Keyboard", "Bysellfwrdd")
KEYS = {
    "Ctrl+K": Text("Jump to a case", "Neidio i achos"),
    "Ctrl+N": Text("New case", "Achos newydd"),
    "Ctrl+L": Text("Lock", "Cloi"),
    "Alt+1 … Alt+6": Text(
        "Due, Cases, Meetings, Law, Paper, Settings",
        "Yn ddyledus, Achosion, Cyfarfodydd, Y gyfraith, Papur, Gosodiadau",
    ),
    "Alt+Left": Text("Back to where you were", "Yn ôl"),
    "Enter": Text(
        "Next question; after the last one of a row, the row is done",
        "Cwestiwn nesaf; ar ôl yr olaf, mae'r rhes wedi'i gwneud",
    ),
    "Ctrl+Enter": Text("The row is done, from any of its questions", "Mae'r rhes wedi'i gwneud"),
    "Ctrl+Page Down": Text("Next section of the plan", "Adran nesaf y cynllun"),
    "Esc": Text("Leave what was opened", "Gadael yr hyn a agorwyd"),
    "F6": Text("Next part of the window", "Rhan nesaf y ffenestr"),
    "F1": Text("Help on the field in which the cursor is", "Cymorth ar y maes"),
}
NO_HELP = Text("There is no more to say about this. The keys are listed under Settings.")
PEOPLE_TITLE = Text("People", "Pobl")
PEOPLE = Text("Who opens this case file…", "Pwy sy’n agor y ffeil achosion hon…")
PEOPLE_HELP = Text(
    "Add a colleague, remove one, change your passphrase, make new recovery words.",
    "Ychwanegu cydweithiwr, tynnu un, newid eich cyfrinymadrodd, gwneud geiriau adfer newydd.",
)

# Copies given out
COPIES_OUT = Text("Paper", "Papur")
COPIES_TITLE = Text("Copies given out", "Copïau a roddwyd")
COPIES_NARROW = Text("Narrow by case, document or name", "Culhau yn ôl achos, dogfen neu enw")
COPIES_NONE = Text("No copy has been given out yet.", "Nid oes copi wedi'i roi eto.")
COPIES_NOTHING = Text("No copy is like this.", "Nid oes copi fel hyn.")
COPIES_HINT = Text("Choose copies, several with Shift or Ctrl, to say what became of them.")
COPIES_RECORD = Text("Record", "Cofnodi")
COPIES_PRINT = Text("Print this list…", "Argraffu'r rhestr hon…")
