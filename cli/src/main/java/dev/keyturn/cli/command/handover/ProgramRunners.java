package dev.keyturn.cli.command.handover;

import dev.keyturn.cli.command.port.PrefixedPrograms;
import dev.keyturn.cli.command.port.Programs;
import java.util.function.Supplier;

/**
 * The ways to run a program with a profile's credentials.
 *
 * @param direct with fixed keys
 * @param served with an endpoint; asked for only then
 * @param prefixed beside others, with their names before each line; asked for only then
 */
public record ProgramRunners(
    Programs direct, Supplier<ServedProgram> served, Supplier<PrefixedPrograms> prefixed) {}
