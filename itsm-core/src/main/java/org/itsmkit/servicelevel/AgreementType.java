package org.itsmkit.servicelevel;

/** Between whom something is agreed. */
public enum AgreementType {
    /** Between the provider and a customer: a service level agreement. */
    SERVICE_LEVEL,
    /** Between teams of the provider: an operational level agreement. */
    OPERATIONAL_LEVEL,
    /** Between the provider and a supplier: an underpinning contract. */
    UNDERPINNING
}
