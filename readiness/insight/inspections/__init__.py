"""What has Ofsted said, to us and to our neighbours, and what comes next."""
