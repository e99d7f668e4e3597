print("mspdesk")
