// Stands in for java.exe where there is none for Windows: prints what it was given, and exits with STUB_EXIT.
package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"
)

func main() {
	for _, argument := range os.Args[1:] {
		fmt.Printf("argument %s\n", argument)
	}
	for _, variable := range os.Environ() {
		if strings.Contains(variable, "JAVA_") || strings.Contains(variable, "JDK_") {
			fmt.Printf("variable %s\n", variable)
		}
	}
	code, _ := strconv.Atoi(os.Getenv("STUB_EXIT"))
	os.Exit(code)
}
