package dev.keyturn.cli.command.doctor.check;

import java.util.List;
import java.util.function.Supplier;

/**
 * One check.
 *
 * @param name its name
 * @param work looks, and says what it has found; nothing where there is nothing to look at
 */
public record Check(CheckName name, Supplier<List<Finding>> work) {}
