package dev.keyturn.cli.adapter.secretprogram;

import dev.keyturn.cli.adapter.secretprogram.SecretProgram.Ended;
import dev.keyturn.cli.command.port.Signals;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.StoreFailure;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The program in {@code KEYTURN_STORE_PASSPHRASE_COMMAND}, which prints a passphrase or a PIN. */
public final class PassphraseProgram implements Function<String, Optional<Secret>> {

  private static final Variable COMMAND = Variable.KEYTURN_STORE_PASSPHRASE_COMMAND;

  private final Map<String, String> environment;
  private final Supplier<Signals.Watch> terminalMode;
  private final Duration longest;

  /**
   * The program that {@code environment} names, if any.
   *
   * @param terminalMode keeps the mode of the terminal, on which the program may ask with echo off
   */
  public PassphraseProgram(Map<String, String> environment, Supplier<Signals.Watch> terminalMode) {
    this(environment, terminalMode, SecretProgram.LONGEST);
  }

  /** The same, with another limit for the time that the program takes. */
  PassphraseProgram(
      Map<String, String> environment, Supplier<Signals.Watch> terminalMode, Duration longest) {
    this.environment = environment;
    this.terminalMode = terminalMode;
    this.longest = longest;
  }

  /**
   * The first line of the program's output for {@code place}; empty if no program is named.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code StoreFailure.Unavailable} when it
   *     fails
   */
  @Override
  public Optional<Secret> apply(String place) {
    String command = COMMAND.in(environment);
    if (command.isBlank()) {
      return Optional.empty();
    }
    Map<String, String> variables = new HashMap<>(environment);
    variables.put(Variable.KEYTURN_STORE_PLACE.name(), place);
    variables.remove(COMMAND.name());
    List<String> words =
        File.separatorChar == '\\'
            ? List.of("cmd.exe", "/C", command)
            : List.of("sh", "-c", command);
    try (Signals.Watch _ = terminalMode.get()) {
      Ended ended = new SecretProgram(variables, longest).run(words, "");
      if (ended.status() != 0) {
        throw failed(ended.error().isBlank() ? "exit status " + ended.status() : ended.error());
      }
      return Optional.of(Secret.of(ended.output().lines().findFirst().orElse("")));
    } catch (IOException e) {
      throw failed(String.valueOf(e.getMessage()));
    }
  }

  private static FailureException failed(String why) {
    return new StoreFailure.Unavailable(
            "the program in " + COMMAND, why.strip(), "sh -c \"$" + COMMAND + "\"")
        .exception();
  }
}
