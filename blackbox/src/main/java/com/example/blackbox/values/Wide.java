package com.example.blackbox.values;

import io.turnkey.annotation.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Sixty attributes. */
@Entity
@Cacheable
public class Wide {
    @Id
    public Long id;

    public Integer a01;
    public Long a02;
    public Boolean a03;
    public Double a04;
    public int a05;
    public long a06;
    public boolean a07;
    public String a08;
    public Integer a09;
    public Long a10;
    public Boolean a11;
    public Double a12;
    public int a13;
    public long a14;
    public boolean a15;
    public String a16;
    public Integer a17;
    public Long a18;
    public Boolean a19;
    public Double a20;
    public int a21;
    public long a22;
    public boolean a23;
    public String a24;
    public Integer a25;
    public Long a26;
    public Boolean a27;
    public Double a28;
    public int a29;
    public long a30;
    public boolean a31;
    public String a32;
    public Integer a33;
    public Long a34;
    public Boolean a35;
    public Double a36;
    public int a37;
    public long a38;
    public boolean a39;
    public String a40;
    public Integer a41;
    public Long a42;
    public Boolean a43;
    public Double a44;
    public int a45;
    public long a46;
    public boolean a47;
    public String a48;
    public Integer a49;
    public Long a50;
    public Boolean a51;
    public Double a52;
    public int a53;
    public long a54;
    public boolean a55;
    public String a56;
    public Integer a57;
    public Long a58;
    public Boolean a59;
}
