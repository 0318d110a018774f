package dev.keyturn.cli.serve;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A client of AWS, as a program that prints the ARN it acts as. */
enum Sdk {
  AWS_CLI,
  /** Where it is installed; no distribution has both. */
  AWS_CLI_1,
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

  private static final String PYTHON_LOOP =
      """
      import boto3, os, sys, time
      client = boto3.client('sts', endpoint_url=os.environ['AWS_ENDPOINT_URL'])
      arns, keys = set(), set()
      end = time.time() + int(sys.argv[1])
      while time.time() < end:
          arns.add(client.get_caller_identity()['Arn'])
          keys.add(client._request_signer._credentials.access_key)
          time.sleep(0.4)
      print(*arns, len(keys))
      """;

  private static final String NODE_LOOP =
      """
      const {STSClient, GetCallerIdentityCommand} = require(process.argv[1]);
      const client = new STSClient({}), arns = new Set(), keys = new Set();
      const end = Date.now() + 1000 * process.argv[2];
      (async () => {
        while (Date.now() < end) {
          arns.add((await client.send(new GetCallerIdentityCommand({}))).Arn);
          keys.add((await client.config.credentials()).accessKeyId);
          await new Promise(done => setTimeout(done, 400));
        }
        console.log(...arns, keys.size);
      })();
      """;

  /** The AWS CLI asks again in each process; the output of {@code --debug} shows what it used. */
  private static final String SHELL_LOOP =
      """
      end=$(($(date +%s) + $1)) keys=
      shift
      while [ "$(date +%s)" -lt "$end" ]; do
        arn=$("$@" --debug 2>"$HOME/debug") || exit
        arns=$(printf '%s\\n%s' "$arns" "$arn" | sort -u)
        keys=$(printf '%s\\n%s' "$keys" "$(grep -o 'Credential=ASIA[A-Z0-9]*' "$HOME/debug")" | sort -u)
        sleep 4
      done
      echo $arns $(printf '%s' "$keys" | grep -c ASIA)
      """;

  /** Those that must be there, and version 1 of the AWS CLI if it is. */
  static List<Sdk> all() {
    List<Sdk> all = new ArrayList<>(List.of(values()));
    if (version1().isEmpty()) {
      all.remove(AWS_CLI_1);
    }
    return all;
  }

  /** The path of an AWS CLI 1 that runs in any home folder; empty when there is none. */
  private static String version1() {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
      Path aws = Path.of(folder, "aws");
      if (Files.isExecutable(aws) && version(aws).startsWith("aws-cli/1.")) {
        return aws.toString();
      }
    }
    return "";
  }

  private static String version(Path aws) {
    try {
      Map<String, String> environment = Map.of("PATH", "/usr/bin:/bin", "HOME", "/nowhere");
      return Company.output(Company.start(List.of(aws.toString(), "--version"), environment));
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A program that asks repeatedly, and prints its identity and the number of keys it used. */
  List<String> loop(Company company, int seconds) {
    List<String> command = new ArrayList<>(command(company));
    switch (this) {
      case AWS_CLI, AWS_CLI_1 ->
          command.addAll(
              0, List.of("/bin/sh", "-c", SHELL_LOOP, "loop", Integer.toString(seconds)));
      case BOTO3 -> {
        command.set(2, PYTHON_LOOP);
        command.add(Integer.toString(seconds));
      }
      case JAVASCRIPT -> {
        command.set(2, NODE_LOOP);
        command.add(Integer.toString(seconds));
      }
      case JAVA -> command.add(Integer.toString(seconds));
    }
    return command;
  }

  /** The command line. */
  List<String> command(Company company) {
    return switch (this) {
      case AWS_CLI, AWS_CLI_1 ->
          List.of(
              this == AWS_CLI ? "/usr/bin/aws" : version1(),
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
              JavaSdkCaller.class.getName());
    };
  }

  /** The command line that takes {@code file} in the way that is usual with this client. */
  List<String> commandWithDotenv(Company company, Path file) {
    List<String> command = new ArrayList<>(command(company));
    switch (this) {
      case BOTO3 -> command.add(file.toString());
      case JAVASCRIPT -> command.add(1, "--env-file=" + file);
      case AWS_CLI, AWS_CLI_1, JAVA ->
          command.addAll(0, List.of("/bin/sh", "-c", "set -a; . \"$0\"; \"$@\"", file.toString()));
    }
    return command;
  }

  /** Skips the test where it is not installed, or fails it if {@code KEYTURN_CLIENTS=required}. */
  void require() {
    boolean installed =
        switch (this) {
          case AWS_CLI -> Files.isExecutable(Path.of("/usr/bin/aws"));
          case AWS_CLI_1 -> !version1().isEmpty();
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
