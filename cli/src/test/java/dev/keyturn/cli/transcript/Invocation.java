package dev.keyturn.cli.transcript;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One call of Keyturn.
 *
 * @param words its arguments
 * @param environment its whole environment
 * @param home the home folder
 * @param input its standard input
 * @param typed the lines typed at its terminal, including {@code ^C} and {@code ^D}; empty without
 *     a terminal
 * @param readerGone whether nobody reads standard output
 */
public record Invocation(
    List<String> words,
    Map<String, String> environment,
    Path home,
    String input,
    List<String> typed,
    boolean readerGone) {}
