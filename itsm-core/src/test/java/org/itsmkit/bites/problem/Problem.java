package org.itsmkit.bites.problem;

public class Problem {}
