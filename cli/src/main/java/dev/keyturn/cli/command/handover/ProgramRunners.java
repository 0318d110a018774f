package dev.keyturn.cli.command.handover;

import dev.keyturn.cli.command.port.PrefixedPrograms;
import dev.keyturn.cli.command.port.Programs;
import java.util.function.Supplier;

/**
 * The ways to run a program with a profile's credentials.
 *
 * @param direct with fixed keys
 * @param served with an endpoint; created only when needed
 * @param prefixed in parallel, with the profile's name before each line; created only when needed
 */
public record ProgramRunners(
    Programs direct, Supplier<ServedProgram> served, Supplier<PrefixedPrograms> prefixed) {}
