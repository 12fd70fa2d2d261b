print("hms")
