environment = "prod"
zones       = ["a"]
