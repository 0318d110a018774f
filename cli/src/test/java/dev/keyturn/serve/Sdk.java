package dev.keyturn.serve;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A client of AWS, as a program that prints the ARN it acts as. */
enum Sdk {
  AWS_CLI,
  BOTO3,
  JAVASCRIPT,
  JAVA;

  private static final Path JAVASCRIPT_SDK =
      Path.of("../sandbox/target/javascript/node_modules/@aws-sdk/client-sts").toAbsolutePath();

  private static final String PYTHON =
      """
      import boto3, os, sys
      if sys.argv[1:]:
          import dotenv
          dotenv.load_dotenv(sys.argv[1])
      client = boto3.client('sts', endpoint_url=os.environ['AWS_ENDPOINT_URL'])
      print(client.get_caller_identity()['Arn'])
      """;

  private static final String NODE =
      """
      const {STSClient, GetCallerIdentityCommand} = require(process.argv[1]);
      new STSClient({}).send(new GetCallerIdentityCommand({})).then(it => console.log(it.Arn));
      """;

  /** The command line. */
  List<String> command(Company company) {
    return switch (this) {
      case AWS_CLI ->
          List.of(
              "/usr/bin/aws",
              "sts",
              "get-caller-identity",
              "--query=Arn",
              "--output=text",
              "--endpoint-url=" + company.url());
      case BOTO3 -> List.of("/usr/bin/python3", "-c", PYTHON);
      case JAVASCRIPT -> List.of("/usr/bin/node", "-e", NODE, JAVASCRIPT_SDK.toString());
      case JAVA ->
          List.of(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-XX:TieredStopAtLevel=1",
              "-cp",
              System.getProperty("java.class.path"),
              "dev.keyturn.serve.JavaSdkCaller");
    };
  }

  /** The command line that takes {@code file} in the way that is usual with this client. */
  List<String> commandWithDotenv(Company company, Path file) {
    List<String> command = new ArrayList<>(command(company));
    switch (this) {
      case BOTO3 -> command.add(file.toString());
      case JAVASCRIPT -> command.add(1, "--env-file=" + file);
      case AWS_CLI, JAVA ->
          command.addAll(0, List.of("/bin/sh", "-c", "set -a; . \"$0\"; \"$@\"", file.toString()));
    }
    return command;
  }

  /** Skips the test where it is not installed, or fails it if {@code KEYTURN_CLIENTS=required}. */
  void require() {
    boolean installed =
        switch (this) {
          case AWS_CLI -> Files.isExecutable(Path.of("/usr/bin/aws"));
          case BOTO3 ->
              Files.isDirectory(Path.of("/usr/lib/python3/dist-packages/boto3"))
                  && Files.isDirectory(Path.of("/usr/lib/python3/dist-packages/dotenv"));
          case JAVASCRIPT ->
              Files.isExecutable(Path.of("/usr/bin/node")) && Files.isDirectory(JAVASCRIPT_SDK);
          case JAVA -> true;
        };
    if (!installed && "required".equals(System.getenv("KEYTURN_CLIENTS"))) {
      fail(this + " is not installed");
    }
    if (!installed) {
      abort(this + " is not installed");
    }
  }
}
