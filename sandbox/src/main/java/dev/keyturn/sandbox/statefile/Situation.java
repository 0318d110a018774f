package dev.keyturn.sandbox.statefile;

import dev.keyturn.sandbox.fault.Fault;
import dev.keyturn.sandbox.state.State;
import java.util.List;

/** Everything a state file describes: the accounts, and the faults that wait. */
public record Situation(State state, List<Fault> faults) {}
