"""Payout."""
