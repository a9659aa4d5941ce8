package com.fasterxml.jackson;

/** Stands in for Jackson, which core cannot even see, so that the rule against it can be shown to bite. */
public class StandIn {}
