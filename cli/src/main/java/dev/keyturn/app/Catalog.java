package dev.keyturn.app;

import dev.keyturn.command.ExitCode;
import dev.keyturn.command.Topic;
import dev.keyturn.command.Topic.Example;
import java.util.List;
import java.util.Optional;

/** Every command there is, with what help says of it, in the order help lists them. */
final class Catalog {

  static final List<Topic> TOPICS =
      List.of(
          new Topic(
              "login",
              "one MFA code, one session for each profile",
              List.of(
                  new Example("keyturn login account1", "asks for the code"),
                  new Example("keyturn login account1 123456", "with the code")),
              List.of(
                  ExitCode.DONE,
                  ExitCode.PROFILE,
                  ExitCode.REFUSED,
                  ExitCode.PERSON_NEEDED,
                  ExitCode.UNREACHABLE,
                  ExitCode.BUSY,
                  ExitCode.INTERRUPTED)),
          new Topic(
              "logout",
              "end sessions on this computer",
              List.of(
                  new Example("keyturn logout account1", "removes its session and session keys"),
                  new Example("keyturn logout --all", "removes every session")),
              List.of(ExitCode.DONE, ExitCode.PROFILE, ExitCode.BUSY)),
          new Topic(
              "status",
              "which profiles have a session, and until when",
              List.of(
                  new Example("keyturn status", "a table of all profiles"),
                  new Example("keyturn status account1 --check", "exit 0 if its session holds")),
              List.of(ExitCode.DONE, ExitCode.NO, ExitCode.PROFILE)),
          new Topic(
              "whoami",
              "whom a profile acts as, as AWS says",
              List.of(
                  new Example("keyturn whoami account1", "account, ARN, user id, MFA"),
                  new Example("keyturn whoami --query account", "the account id alone")),
              List.of(
                  ExitCode.DONE,
                  ExitCode.PROFILE,
                  ExitCode.REFUSED,
                  ExitCode.PERSON_NEEDED,
                  ExitCode.UNREACHABLE)),
          new Topic(
              "credential-process",
              "a profile's credentials, for AWS tools to run",
              List.of(
                  new Example("keyturn credential-process account1 --install", "tells AWS tools"),
                  new Example("keyturn credential-process account1", "prints JSON")),
              List.of(
                  ExitCode.DONE,
                  ExitCode.PROFILE,
                  ExitCode.REFUSED,
                  ExitCode.PERSON_NEEDED,
                  ExitCode.UNREACHABLE,
                  ExitCode.BUSY,
                  ExitCode.INTERRUPTED)),
          new Topic(
              "explain",
              "how a session will be made, value by value and call by call",
              List.of(
                  new Example("keyturn explain account1", "asks no network"),
                  new Example("keyturn explain account1 --output json", "for scripts")),
              List.of(ExitCode.DONE, ExitCode.PROFILE)),
          new Topic(
              "config get",
              "one setting of the AWS files",
              List.of(
                  new Example("keyturn config get profile.account1.region", "of a profile"),
                  new Example("keyturn config get default.s3.max_queue_size", "a nested one")),
              List.of(ExitCode.DONE, ExitCode.NO, ExitCode.PROFILE)),
          new Topic(
              "config set",
              "change one line of the AWS files",
              List.of(
                  new Example("keyturn config set profile.account1.region eu-west-1", "by name"),
                  new Example(
                      "keyturn config set --file F --section 'profile dev' region eu-west-1",
                      "in any file")),
              List.of(ExitCode.DONE, ExitCode.PROFILE, ExitCode.PERSON_NEEDED, ExitCode.BUSY)),
          new Topic(
              "config unset",
              "remove one setting of the AWS files",
              List.of(
                  new Example("keyturn config unset profile.account1.region", "by name"),
                  new Example(
                      "keyturn config unset --file F --section 'profile dev' region",
                      "in any file")),
              List.of(ExitCode.DONE, ExitCode.PROFILE, ExitCode.BUSY)),
          new Topic(
              "config dump",
              "everything AWS tools read, secrets masked",
              List.of(
                  new Example("keyturn config dump", "as text"),
                  new Example("keyturn config dump --output json", "for scripts")),
              List.of(ExitCode.DONE, ExitCode.PROFILE, ExitCode.PERSON_NEEDED)),
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
              List.of(ExitCode.DONE, ExitCode.NO, ExitCode.PROFILE, ExitCode.BUSY)),
          new Topic(
              "undo",
              "take back the last edit of an AWS file",
              List.of(
                  new Example("keyturn undo", "shows it and takes it back"),
                  new Example("keyturn undo --list", "the last ten")),
              List.of(ExitCode.DONE, ExitCode.NO, ExitCode.PROFILE, ExitCode.BUSY)),
          new Topic(
              "env",
              "a profile's credentials as variables of a shell or a file",
              List.of(
                  new Example("keyturn env account1", "for eval \"$(...)\", switches this shell"),
                  new Example("keyturn env account1 --file .env", "merges them into .env")),
              List.of(
                  ExitCode.DONE,
                  ExitCode.PROFILE,
                  ExitCode.REFUSED,
                  ExitCode.PERSON_NEEDED,
                  ExitCode.UNREACHABLE,
                  ExitCode.BUSY,
                  ExitCode.INTERRUPTED)),
          new Topic(
              "exec",
              "runs a program, or a shell, with a profile's credentials",
              List.of(
                  new Example("keyturn exec account1 -- aws s3 ls", "runs one program"),
                  new Example("keyturn exec account1", "starts your shell"),
                  new Example("keyturn exec --server admin -- ./long", "renews as it runs")),
              List.of(
                  ExitCode.DONE,
                  ExitCode.PROFILE,
                  ExitCode.REFUSED,
                  ExitCode.PERSON_NEEDED,
                  ExitCode.UNREACHABLE,
                  ExitCode.NOT_EXECUTABLE,
                  ExitCode.NOT_FOUND,
                  ExitCode.INTERRUPTED)),
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
              List.of(ExitCode.DONE, ExitCode.PROFILE, ExitCode.UNREACHABLE)),
          new Topic(
              "demo",
              "a guided tour on the local AWS",
              List.of(
                  new Example("keyturn demo", "step by step"),
                  new Example("keyturn demo --yes", "without questions")),
              List.of(ExitCode.DONE, ExitCode.INTERRUPTED)));

  private Catalog() {}

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
