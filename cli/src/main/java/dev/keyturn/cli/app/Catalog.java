package dev.keyturn.cli.app;

import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Topic;
import dev.keyturn.cli.command.line.Topic.Example;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every command there is, with what help says of it, in the order help lists them. */
final class Catalog {

  /** Of what reads the AWS files. */
  private static final List<ExitCode> READS = List.of(ExitCode.DONE, ExitCode.PROFILE);

  /** Of what answers yes or no about them. */
  private static final List<ExitCode> ASKS = with(READS, ExitCode.NO);

  /** Of what changes them. */
  private static final List<ExitCode> WRITES = with(READS, ExitCode.BUSY, ExitCode.INTERRUPTED);

  /** Of what asks AWS. */
  private static final List<ExitCode> CALLS =
      with(READS, ExitCode.REFUSED, ExitCode.PERSON_NEEDED, ExitCode.UNREACHABLE);

  /** Of what makes a session when there is none. */
  private static final List<ExitCode> MAKES_SESSION =
      with(CALLS, ExitCode.BUSY, ExitCode.INTERRUPTED);

  static final List<Topic> TOPICS =
      List.of(
          new Topic(
              "login",
              "one MFA code, one session for each profile",
              List.of(
                  new Example("keyturn login account1", "asks for the code"),
                  new Example("keyturn login account1 123456", "with the code")),
              MAKES_SESSION),
          new Topic(
              "logout",
              "end sessions on this computer",
              List.of(
                  new Example("keyturn logout account1", "removes its session and session keys"),
                  new Example("keyturn logout --all", "removes every session")),
              WRITES),
          new Topic(
              "status",
              "which profiles have a session, and until when",
              List.of(
                  new Example("keyturn status", "a table of all profiles"),
                  new Example("keyturn status account1 --check", "exit 0 if its session holds")),
              ASKS),
          new Topic(
              "whoami",
              "whom a profile acts as, as AWS says",
              List.of(
                  new Example("keyturn whoami account1", "account, ARN, user id, MFA"),
                  new Example("keyturn whoami --query account", "the account id alone")),
              CALLS),
          new Topic(
              "credential-process",
              "a profile's credentials, for AWS tools to run",
              List.of(
                  new Example("keyturn credential-process account1 --install", "tells AWS tools"),
                  new Example("keyturn credential-process account1", "prints JSON")),
              MAKES_SESSION),
          new Topic(
              "explain",
              "how a session will be made, value by value and call by call",
              List.of(
                  new Example("keyturn explain account1", "asks no network"),
                  new Example("keyturn explain account1 --output json", "for scripts")),
              READS),
          new Topic(
              "config get",
              "one setting of the AWS files",
              List.of(
                  new Example("keyturn config get profile.account1.region", "of a profile"),
                  new Example("keyturn config get default.s3.max_queue_size", "a nested one")),
              ASKS),
          new Topic(
              "config set",
              "change one line of the AWS files",
              List.of(
                  new Example("keyturn config set profile.account1.region eu-west-1", "by name"),
                  new Example(
                      "keyturn config set --file F --section 'profile dev' region eu-west-1",
                      "in any file")),
              with(WRITES, ExitCode.PERSON_NEEDED)),
          new Topic(
              "config unset",
              "remove one setting of the AWS files",
              List.of(
                  new Example("keyturn config unset profile.account1.region", "by name"),
                  new Example(
                      "keyturn config unset --file F --section 'profile dev' region",
                      "in any file")),
              WRITES),
          new Topic(
              "config dump",
              "everything AWS tools read, secrets masked",
              List.of(
                  new Example("keyturn config dump", "as text"),
                  new Example("keyturn config dump --output json", "for scripts")),
              with(READS, ExitCode.PERSON_NEEDED)),
          new Topic(
              "config where",
              "which files and profile are used here",
              List.of(
                  new Example("keyturn config where", "as text"),
                  new Example("keyturn config where --output json", "for scripts")),
              List.of(ExitCode.DONE)),
          new Topic(
              "config lint",
              "what AWS SDKs and the AWS CLI read differently",
              List.of(
                  new Example("keyturn config lint", "one place after the other"),
                  new Example("keyturn config lint --fix", "repairs what has one right answer")),
              with(WRITES, ExitCode.NO)),
          new Topic(
              "undo",
              "take back the last edit of an AWS file",
              List.of(
                  new Example("keyturn undo", "shows it and takes it back"),
                  new Example("keyturn undo --list", "the last ten")),
              with(WRITES, ExitCode.NO)),
          new Topic(
              "env",
              "a profile's credentials as variables of a shell or a file",
              List.of(
                  new Example("keyturn env account1", "for eval \"$(...)\", switches this shell"),
                  new Example("keyturn env account1 --file .env", "merges them into .env")),
              MAKES_SESSION),
          new Topic(
              "exec",
              "runs a program, or a shell, with a profile's credentials",
              List.of(
                  new Example("keyturn exec account1 -- aws s3 ls", "runs one program"),
                  new Example("keyturn exec account1", "starts your shell"),
                  new Example("keyturn exec --server admin -- ./long", "renews as it runs"),
                  new Example("keyturn exec --each dev,prod -- aws s3 ls", "once for each")),
              with(MAKES_SESSION, ExitCode.NOT_EXECUTABLE, ExitCode.NOT_FOUND)),
          new Topic(
              "shell init",
              "the hook for your shell: aws_env, completion, a segment for the prompt",
              List.of(
                  new Example("keyturn shell init bash", "for eval \"$(...)\" in ~/.bashrc"),
                  new Example("keyturn shell init fish", "for | source in config.fish")),
              List.of(ExitCode.DONE)),
          new Topic(
              "serve",
              "credentials over HTTP on this computer, renewed",
              List.of(
                  new Example("keyturn serve account1", "prints the variables, runs until Ctrl-C"),
                  new Example("keyturn serve account1 --imds", "as instance metadata")),
              List.of(
                  ExitCode.DONE,
                  ExitCode.PROFILE,
                  ExitCode.REFUSED,
                  ExitCode.UNREACHABLE,
                  ExitCode.BUSY,
                  ExitCode.INTERRUPTED)),
          new Topic(
              "console",
              "sign a browser in to the AWS console",
              List.of(
                  new Example("keyturn console account1 s3", "opens the browser"),
                  new Example("keyturn console account1 --print", "prints the URL, a secret")),
              List.of(
                  ExitCode.DONE,
                  ExitCode.PROFILE,
                  ExitCode.REFUSED,
                  ExitCode.PERSON_NEEDED,
                  ExitCode.UNREACHABLE,
                  ExitCode.BUSY,
                  ExitCode.INTERRUPTED)),
          new Topic(
              "sandbox",
              "a local AWS for trying and testing",
              List.of(
                  new Example("keyturn sandbox", "runs until Ctrl-C"),
                  new Example("keyturn sandbox --port 0 --output json", "for scripts")),
              with(READS, ExitCode.UNREACHABLE)),
          new Topic(
              "demo",
              "a guided tour on the local AWS",
              List.of(
                  new Example("keyturn demo", "step by step"),
                  new Example("keyturn demo --yes", "without questions")),
              List.of(ExitCode.DONE, ExitCode.INTERRUPTED)));

  private Catalog() {}

  private static List<ExitCode> with(List<ExitCode> exits, ExitCode... more) {
    List<ExitCode> all = new ArrayList<>(exits);
    all.addAll(List.of(more));
    return List.copyOf(all);
  }

  /** Whether {@code word} is the first of a command of two words. */
  static boolean isGroup(String word) {
    for (Topic topic : TOPICS) {
      if (topic.name().startsWith(word + " ")) {
        return true;
      }
    }
    return false;
  }

  static Optional<Topic> topic(String name) {
    for (Topic topic : TOPICS) {
      if (topic.name().equals(name)) {
        return Optional.of(topic);
      }
    }
    return Optional.empty();
  }
}
