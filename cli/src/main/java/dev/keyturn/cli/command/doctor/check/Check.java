package dev.keyturn.cli.command.doctor.check;

import java.util.List;
import java.util.function.Supplier;

/**
 * One check.
 *
 * @param name its name
 * @param work performs the check and returns its findings; empty if it does not apply
 */
public record Check(CheckName name, Supplier<List<Finding>> work) {}
