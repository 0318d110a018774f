// The least that a native credential_process does: reads a session from a file, and prints it as AWS tools want it.
package main

import (
	"encoding/json"
	"os"
)

type session struct {
	Version         int
	AccessKeyId     string
	SecretAccessKey string
	SessionToken    string
	Expiration      string
	AccountId       string `json:",omitempty"`
}

func main() {
	text, err := os.ReadFile(os.Args[1])
	if err != nil {
		os.Exit(3)
	}
	var kept session
	if json.Unmarshal(text, &kept) != nil {
		os.Exit(3)
	}
	if json.NewEncoder(os.Stdout).Encode(kept) != nil {
		os.Exit(3)
	}
}
