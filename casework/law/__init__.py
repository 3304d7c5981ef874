"""The law of notification, orders, licences and recalls: facts in, dates, findings and states out."""
