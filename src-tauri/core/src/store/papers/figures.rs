//! The figures and tables a case's texts can hold.
