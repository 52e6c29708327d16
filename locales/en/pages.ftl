### The bot's profile and the descriptions of its commands.

bot-name = Gilbot · KB certificate guide (비공식, unofficial)
bot-short-description = Unofficial. Step by step to a KB Kookmin Bank 금융인증서, with expiry reminders. Never asks for passwords.
bot-description =
    An unofficial guide (비공식). Not connected with KB Kookmin Bank.

    · Walks you through getting or reissuing the KB 금융인증서, one step at a time.
    · Helps when the ARS call or the text message does not come.
    · Reminds you 30 days, 7 days and 1 day before it expires.

    It never asks for passwords, resident registration numbers or security card numbers. Please do not type them here.

    Press “Start” below.

command-start = Open the first screen
command-help = How to use it, phone numbers
command-guide = Start the step-by-step guide
command-check = Checklist of what you need
command-mycert = My certificates and reminders
command-settings = Reminder hour and settings
command-privacy = Privacy policy
command-mydata = Show what is stored about me
command-delete = Erase everything stored
command-cancel = Stop what I am doing
